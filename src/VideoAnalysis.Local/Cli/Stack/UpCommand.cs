using System.CommandLine;
using System.Net;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Local.Hosting;
using VideoAnalysis.LocalAws;

namespace VideoAnalysis.Local.Cli.Stack;

/// <summary><c>up</c>: keeps the local stack running.</summary>
internal static class UpCommand
{
    public static Command Create()
    {
        var stack = new StackOptions($"The folder that holds videos and results (default: {DataFolders.Default}).");
        var servicesPort = Port(
            "--port-s3", "The port of S3 and Rekognition; 0 takes a free one.", LocalStackOptions.DefaultServicesPort);
        var apiPort = Port(
            "--port-api", "The port of the HTTP API; 0 takes a free one.", LocalStackOptions.DefaultApiPort);
        var listen = new Option<IPAddress>("--listen")
        {
            Description = "The address to listen on. Only this machine reaches the default; containers need 0.0.0.0.",
            HelpName = "address",
            DefaultValueFactory = _ => IPAddress.Loopback,
            CustomParser = result => IPAddress.TryParse(result.Tokens[0].Value, out var address)
                ? address
                : Refuse(result, $"--listen takes an IP address, not \"{result.Tokens[0].Value}\"."),
        };
        var origins = new Option<string[]>("--allow-origin")
        {
            Description =
                "A web origin whose pages may get and put objects, such as http://localhost:5173. Repeat it for more.",
            HelpName = "origin",
        };
        origins.Validators.Add(result => RefuseUnless(result, IsOrigin, "an origin, such as http://localhost:5173"));
        var hosts = new Option<string[]>("--allow-host")
        {
            Description =
                "A name of this machine under which others reach it, if --listen lets them. Repeat it for more.",
            HelpName = "name",
        };
        hosts.Validators.Add(
            result => RefuseUnless(result, name => Uri.CheckHostName(name) != UriHostNameType.Unknown, "a host name"));
        var webhook = new WebhookOption();
        var trace = new Option<bool>("--trace") { Description = "Print every activity of OpenTelemetry that ends." };
        var command = new Command("up", "Keeps the local stack running until Ctrl-C: S3, Rekognition and the HTTP API.")
        {
            servicesPort,
            apiPort,
            listen,
            origins,
            hosts,
            webhook.Option,
            trace,
        };
        stack.AddTo(command);
        command.SetAction((parsed, cancellationToken) => CommandGuard.RunAsync(
            stop => RunAsync(
                stack.Read(parsed, stack.DataFolder(parsed) ?? DataFolders.Default) with
                {
                    ServicesPort = parsed.GetValue(servicesPort),
                    ApiPort = parsed.GetValue(apiPort),
                    Listen = parsed.GetValue(listen)!,
                    AllowedOrigins = parsed.GetValue(origins) ?? [],
                    AllowedHosts = parsed.GetValue(hosts) ?? [],
                    Webhook = webhook.Read(parsed),
                },
                parsed.GetValue(trace),
                stop),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        LocalStackOptions options, bool isTraced, CancellationToken cancellationToken)
    {
        using var traces = isTraced ? ConsoleTraces.Print(Console.Error) : null;
        await using var stack = await LocalStack.StartAsync(options, cancellationToken: cancellationToken);
        await Console.Out.WriteLineAsync(Describe(stack, options));
        try
        {
            await stack.WaitForShutdownAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C, which is how this is meant to end.
        }

        if (cancellationToken.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync("Stopped. What is unfinished goes on with the next start.");
            return ExitCodes.Success;
        }

        await Console.Error.WriteLineAsync("The local stack has stopped because a part of it failed: see above.");
        return ExitCodes.Failure;
    }

    private static string Describe(LocalStack stack, LocalStackOptions options)
    {
        var services = stack.Services.AbsoluteUri.TrimEnd('/');
        var api = stack.Api.AbsoluteUri.TrimEnd('/');
        var warning = IPAddress.IsLoopback(options.Listen)
            ? ""
            : $"""

              Careful: it listens on {options.Listen}. Whoever reaches this machine can read, add and delete
              videos and results: nothing asks for credentials.

              """;
        var webhook = options.Webhook is { } posted
            ? $"  Ends are posted to   {posted.Url}, signed with the secret in {WebhookOption.SecretOf(options)}\n"
            : "";
        return $"""
            The local stack is up.

              S3 and Rekognition   {services} (bucket "{LocalNames.Bucket}")
              HTTP API             {api}
              Page                 {api}/
              Analyses             {string.Join(", ", stack.Analyses)}
              Results in           {(options.DynamoDb is { } url ? $"DynamoDB at {url}" : options.DataFolder)}
            {webhook}{warning}
            Try:
              export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION={LocalNames.Region}
              aws s3 cp film.mp4 s3://{LocalNames.Bucket}/ --endpoint-url {services}
              curl {api}/results/film.mp4

            Ctrl-C ends it.

            """;
    }

    private static Option<int> Port(string name, string description, int defaultPort) =>
        NumberOption.Create(name, description, "port", 0, IPEndPoint.MaxPort, "a port, 0 to 65535", defaultPort);

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);

    private static void RefuseUnless(
        System.CommandLine.Parsing.OptionResult result, Func<string, bool> isRight, string what)
    {
        foreach (var token in result.Tokens.Where(token => !isRight(token.Value)))
        {
            result.AddError($"{result.Option.Name} takes {what}, not \"{token.Value}\".");
        }
    }

    private static IPAddress? Refuse(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return null;
    }
}
