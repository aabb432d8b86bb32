#!/usr/bin/env bash
# Shows what each function may do on AWS beside what needs it: a call to an AWS SDK that its code can come to, and where
# that is, or a setting of the function in template.yaml. It is what a test compares the roles in template.yaml with.
set -euo pipefail
cd "$(dirname "$0")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test --project test/VideoAnalysis.Functions.Tests -c Release --no-progress \
  --filter-class VideoAnalysis.Functions.Tests.Template.PermissionTests >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
printf '%-19s %-31s %-39s %s\n' function 'may do' on 'because of'
cat artifacts/permissions.txt
