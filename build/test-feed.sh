#!/usr/bin/env bash
# Tests the package probe and the stand-ins (build/feed, build/standins) in a temporary copy of this tree, against feeds
# that are folders made here. Touches neither this tree nor the user's packages, and needs no network.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/tree feed=$work/feed props=$work/tree/artifacts/feed.props
mkdir -p "$tree" "$feed"
git ls-files --cached --others --exclude-standard -z | while IFS= read -r -d '' file; do
  [ ! -e "$file" ] || printf '%s\0' "$file"
done | tar --null --files-from=- --create | tar --extract --directory "$tree"
cd "$tree"
log=$work/log
# So that nothing that was ever restored on this machine counts as there.
export NUGET_PACKAGES=$work/packages
unset StandIns

fail() { printf 'FAILED: %s\n' "$1" >&2; cat "$log" >&2; exit 1; }
ok() { printf 'ok: %s\n' "$1"; }
run() { "$@" >"$log" 2>&1; }

use_source() {
  printf '<configuration><packageSources><clear /><add key="test" value="%s" allowInsecureConnections="true" /></packageSources></configuration>\n' "$1" >NuGet.config
}

# An empty package of each name, in the version that the tree asks for.
offer() {
  mkdir -p "$work/empty"
  local id offered=""
  for id in "$@"; do
    offered+="<Offered Include=\"$id\" Version=\"$(sed -n "s/.*Include=\"$id\" Version=\"\([^\"]*\)\".*/\1/p" Directory.Packages.props)\" />"
  done
  cat >"$work/empty/empty.csproj" <<EOF
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <IncludeBuildOutput>false</IncludeBuildOutput>
    <NoWarn>NU5128</NoWarn>
    <Description>Empty.</Description>
  </PropertyGroup>
  <ItemGroup>
    <None Include="empty.csproj" Pack="true" PackagePath="/" />
    $offered
  </ItemGroup>
  <Target Name="PackAll">
    <MSBuild Projects="$work/empty/empty.csproj" Targets="Pack"
             Properties="NoBuild=true;PackageOutputPath=$feed;PackageId=%(Offered.Identity);PackageVersion=%(Offered.Version)" />
  </Target>
</Project>
EOF
  run dotnet msbuild "$work/empty/empty.csproj" -restore -t:PackAll -nologo -v:quiet || fail "packing $*"
}

ask() { dotnet restore build/standins/Amazon.Lambda.SNSEvents -v:minimal -nologo "$@" >"$log" 2>&1; }
missing() { sed -n 's/.*<FeedLacks>\(.*\)<.*/\1/p' "$props" | tr ';' '\n' | sort | xargs; }
expect_missing() { [ "$(missing)" = "$1" ] || fail "$2: missing should be '$1' and is '$(missing)'"; ok "$2"; }
references() {
  local items
  items=$(dotnet msbuild "$1" "-getItem:$2" -nologo "${@:3}") || fail "evaluating $1"
  sed -n 's/.*"Identity": "\(.*\)",/\1/p' <<<"$items"
}

all=$(find build/standins -mindepth 2 -maxdepth 2 -name '*.csproj' ! -name '*.SourceGenerator.csproj' -printf '%f\n' | sed 's/\.csproj$//' | sort)
functions=src/VideoAnalysis.Functions/VideoAnalysis.Functions.csproj

use_source "$feed"
ask || fail "restoring with an empty feed"
grep -q 'The package feed lacks' "$log" || fail "a build with stand-ins says so"
expect_missing "$(echo $all)" "an empty feed lacks every package"
used=$(references "$functions" ProjectReference)
kept=$(references "$functions" PackageReference)
for id in Amazon.Lambda.Core AWSSDK.Rekognition; do
  grep -q "standins/$id/$id.csproj" <<<"$used" || fail "$id is not replaced"
  ! grep -qx "$id" <<<"$kept" || fail "$id is still a package reference"
done
grep -q 'Amazon.Lambda.Annotations.SourceGenerator.csproj' <<<"$used" || fail "the source generator is not an analyzer"
ok "missing packages are replaced, with their source generator"

stamp=$(stat -c %Y.%i "$props")
ask || fail "restoring again"
[ "$stamp" = "$(stat -c %Y.%i "$props")" ] || fail "the feed was asked again"
ok "the feed is asked once"

# What `sam build` runs for .NET is `dotnet lambda package` of Amazon.Lambda.Tools, which is not needed here: these are
# its steps. It asks MSBuild for the framework, with the parameters that SAM gives it; MSBuild knows no --runtime and
# refuses; so it reads the project file as XML, which imports nothing. Without a framework it ends there.
lambda_framework() {
  local found=""
  if run dotnet msbuild "$1" -nologo --getProperty:TargetFramework,TargetFrameworks --runtime "$2"; then
    found=$(sed -n 's/.*"TargetFramework": "\(.*\)".*/\1/p' "$log")
  else
    found=$(sed -n 's/.*<TargetFramework>\(.*\)<\/TargetFramework>.*/\1/p' "$1" | head -n 1)
  fi
  [ -n "$found" ] && printf '%s\n' "$found"
}
lambda_publish() {
  local framework
  framework=$(lambda_framework "$functions" "$1") || { echo "Missing required parameter: --framework" >"$log"; return 1; }
  run dotnet publish "$tree/src/VideoAnalysis.Functions" --output "$work/published" --configuration Release \
    --framework "$framework" --runtime "$1" /p:GenerateRuntimeConfigurationFiles=true --self-contained False
}
for runtime in linux-arm64 linux-x64; do
  [ "$(lambda_framework "$functions" $runtime)" = net10.0 ] || fail "Missing required parameter: --framework"
  grep -q 'MSB1001' "$log" || fail "MSBuild takes SAM's parameters by now: the comment above is out of date"
done
sed '/<TargetFramework>/d' "$functions" >"$work/without.csproj"
! lambda_framework "$work/without.csproj" linux-arm64 >"$log" || fail "the framework was found in a project file that has none"
ok "dotnet lambda package finds the framework in the project file"

! lambda_publish linux-arm64 || fail "stand-ins were published"
grep -q 'must not be packaged with stand-ins. The package feed lacks: .*Amazon.Lambda.Core' "$log" || fail "the refusal names what is missing"
[ ! -e "$work/published" ] || fail "something was published"
rm "$props"
! run dotnet publish src/VideoAnalysis.Functions || fail "stand-ins were published by the first command"
grep -q 'must not be packaged with stand-ins' "$log" || fail "the first command names what is missing"
ok "stand-ins are not published"

run dotnet pack build/standins/Amazon.Lambda.Core --output "$feed" -p:StandIns=all -v:quiet || fail "packing Amazon.Lambda.Core"
offer Amazon.Lambda.SQSEvents
rm "$props"
(log=$work/log.too; ask) &
ask_too=$!
run dotnet build build/standins/Amazon.Lambda.TestUtilities -v:quiet || fail "building a stand-in on a package"
wait "$ask_too" || fail "asking at the same time"
expect_missing "$(echo "$all" | grep -vx -e Amazon.Lambda.Core -e Amazon.Lambda.SQSEvents | xargs)" "only what the feed lacks is missing"
kept=$(references "$functions" PackageReference)
grep -qx Amazon.Lambda.Core <<<"$kept" || fail "a package that is there was replaced"
[ ! -e build/standins/Amazon.Lambda.Core/bin/Debug ] || fail "the stand-in of a package that is there was built"
ok "what the feed has is used, also by the stand-ins of what it lacks"

offer $all
rm "$props"
ask || fail "restoring with all packages"
expect_missing "" "a full feed lacks nothing"
! grep -q 'stand-in' "$log" || fail "a full feed needs no line about stand-ins"
for project in src/*/*.csproj test/*/*.csproj; do
  used=$(references "$project" ProjectReference)
  ! grep -q standins <<<"$used" || fail "$project refers to a stand-in"
done
ok "with a full feed no project refers to a stand-in"

sed -i '/"Amazon.Lambda.Core"/s/Version="[^"]*"/Version="99.0.0"/' Directory.Packages.props
ask || fail "restoring another version"
expect_missing "Amazon.Lambda.Annotations Amazon.Lambda.Core Amazon.Lambda.Serialization.SystemTextJson Amazon.Lambda.TestUtilities" \
  "another version is asked for, and takes along what needs it"
sed -i '/"Amazon.Lambda.Core"/s/Version="[^"]*"/Version="0.0.1"/' Directory.Packages.props
ask || fail "restoring a version that is only there as a later one"
missing | grep -q Amazon.Lambda.Core || fail "a later version counts as the one asked for"
ok "a later version is not the one asked for"

rm "$props"
use_source http://127.0.0.1:9/index.json
! ask || fail "an unreachable feed was taken for an empty one"
grep -q 'The package feed cannot be reached' "$log" || fail "an unreachable feed is named as such"
[ ! -e "$props" ] || fail "an unreachable feed left an answer"
ok "an unreachable feed is an error"

ask -p:StandIns=all || fail "StandIns=all asked the feed"
[ ! -e "$props" ] || fail "StandIns=all left an answer"
used=$(references "$functions" ProjectReference -p:StandIns=all)
grep -q standins/Amazon.Lambda.Core <<<"$used" || fail "StandIns=all replaces nothing"
used=$(references "$functions" ProjectReference -p:StandIns=none)
! grep -q standins <<<"$used" || fail "StandIns=none replaces something"
! ask -p:StandIns=some || fail "StandIns=some was accepted"
ok "either way can be forced"
