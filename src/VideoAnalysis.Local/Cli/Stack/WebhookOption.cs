using System.CommandLine;
using VideoAnalysis.Local.Announcing;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Hosting;

namespace VideoAnalysis.Local.Cli.Stack;

/// <summary>The option that has the ends of analyses posted.</summary>
internal sealed class WebhookOption
{
    // Not an option: everybody on the machine can read those.
    private const string SecretVariable = "VIDEOANALYSIS_WEBHOOK_SECRET";

    /// <summary>The option.</summary>
    public Option<Uri?> Option { get; } = new("--webhook")
    {
        Description = "Post the end of each analysis there, signed (Standard Webhooks) with the secret in " +
            $"{SecretVariable} or in the data folder.",
        HelpName = "url",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            {
                return url;
            }

            result.AddError($"--webhook takes a URL, such as http://localhost:8080/ended, not \"{text}\".");
            return null;
        },
    };

    /// <summary>What the command line says.</summary>
    /// <exception cref="UsageException">The environment variable is not a valid secret.</exception>
    public WebhookOptions? Read(ParseResult parsed) =>
        parsed.GetValue(Option) is { } url ? new(url, ReadSecret()) : null;

    /// <summary>Where the secret is.</summary>
    public static string SecretOf(LocalStackOptions options) =>
        options.Webhook?.Secret is null ? Path.Combine(options.DataFolder, Webhook.SecretFile) : SecretVariable;

    private static WebhookSecret? ReadSecret() => Environment.GetEnvironmentVariable(SecretVariable) switch
    {
        null or "" => null,
        var text => WebhookSecret.TryParse(text) ?? throw new UsageException(
            $"The environment variable {SecretVariable} is not a webhook secret: \"whsec_\" and 24 to 64 bytes in " +
            "base64."),
    };
}
