using System.ComponentModel;
using System.Diagnostics;

namespace VideoAnalysis.LocalAws.Tests;

/// <summary>The "aws" command line. A test is left out, and said to be, where it is not installed.</summary>
internal static class AwsCommandLine
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Runs a command.</summary>
    /// <param name="endpoint">The service.</param>
    /// <param name="arguments">The command.</param>
    /// <returns>What it prints.</returns>
    public static async Task<string> RunAsync(Uri endpoint, params string[] arguments)
    {
        var start = new ProcessStartInfo("aws", ["--endpoint-url", endpoint.ToString(), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["AWS_ACCESS_KEY_ID"] = "local",
                ["AWS_SECRET_ACCESS_KEY"] = "local",
                ["AWS_DEFAULT_REGION"] = "us-east-1",
                ["AWS_CONFIG_FILE"] = "/dev/null",
                ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
                ["AWS_PAGER"] = "",
                ["LC_ALL"] = "C.UTF-8",
            },
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("Left out: aws is not installed.");
            throw;
        }

        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync(Token);
            var error = process.StandardError.ReadToEndAsync(Token);
            await process.WaitForExitAsync(Token);
            Assert.True(process.ExitCode == 0, $"aws {string.Join(' ', arguments)}: {await output} {await error}");
            return await output;
        }
    }
}
