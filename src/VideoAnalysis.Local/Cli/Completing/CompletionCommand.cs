using System.CommandLine;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli.Completing;

/// <summary><c>completion</c>: the script with which a shell completes this program's command lines.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _videoanalysis() {
              local word
              COMPREPLY=()
              while IFS= read -r word; do
                COMPREPLY+=("$word")
              done < <("${COMP_WORDS[0]}" complete --position "$COMP_POINT" -- "$COMP_LINE" 2>/dev/null)
            }
            complete -o default -F _videoanalysis videoanalysis ./videoanalysis
            """,
        ["zsh"] = """
            _videoanalysis() {
              local -a found
              found=("${(@f)$("${words[1]}" complete --position "${#BUFFER}" -- "$BUFFER" 2>/dev/null)}")
              if [[ -n "${found[1]}" ]]; then compadd -- "${found[@]}"; else _files; fi
            }
            compdef _videoanalysis videoanalysis ./videoanalysis
            """,
        ["fish"] = """
            function __videoanalysis
              set -l line (commandline -cp)
              set -l program (commandline -po)[1]
              $program complete --position (string length -- "$line") -- "$line" 2>/dev/null
            end
            complete -c videoanalysis -a '(__videoanalysis)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName videoanalysis -ScriptBlock {
              param($word, $line, $position)
              $program = $line.CommandElements[0].Value
              & $program complete --position $position -- "$line" 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """,
    };

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "Which shell." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command(
            "completion", "Prints a script that has a shell complete command lines, as for bash: eval " +
            "\"$(videoanalysis completion bash)\".")
        {
            shell,
        };
        command.SetAction(parsed =>
        {
            Console.Out.WriteLine(Scripts[parsed.GetValue(shell)!]);
            return ExitCodes.Success;
        });
        return command;
    }
}
