using System.Globalization;
using System.Text;
using System.Text.Json;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.Local.Announcing;

/// <summary>
/// Posts announcements to a receiver, signed as Standard Webhooks has it. On AWS a pipe moves the same documents to the
/// event bus.
/// </summary>
internal sealed class Webhook(WebhookOptions? options, DataFolder folder, HttpClient http, TimeProvider time)
{
    /// <summary>The file of the data folder that keeps the secret.</summary>
    public const string SecretFile = "webhook-secret";

    /// <summary>How long a receiver may take to answer.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    private readonly Lazy<WebhookSecret> _secret = new(
        () => options?.Secret ?? WebhookSecret.ReadOrMake(Path.Combine(folder.Root, SecretFile)));

    /// <summary>How often a post is tried: for about three days, every five minutes in the end.</summary>
    public static DeliveryOptions Delivery { get; } = new()
    {
        MaxAttempts = 900,
        FirstRetryDelay = TimeSpan.FromSeconds(1),
        MaxRetryDelay = TimeSpan.FromMinutes(5),
    };

    /// <summary>Has the secret made, if posts are wanted and there is none yet.</summary>
    public void Prepare() => _ = options is null ? null : _secret.Value;

    /// <summary>Posts the announcement of a message; without a receiver it does nothing.</summary>
    /// <param name="sqsEvent">The message as the queue hands it over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HttpRequestException">The receiver is not there, or does not take it.</exception>
    public async Task PostAsync(ReadOnlyMemory<byte> sqsEvent, CancellationToken cancellationToken)
    {
        if (options is null)
        {
            return;
        }

        using var received = JsonDocument.Parse(sqsEvent);
        var body = received.RootElement.GetProperty("Records")[0].GetProperty("body").GetString() ?? "";
        using var announcement = JsonDocument.Parse(body);
        var id = announcement.RootElement.GetProperty("id").GetString() ?? "";
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers =
            {
                { "webhook-id", id },
                { "webhook-timestamp", timestamp },
                { "webhook-signature", _secret.Value.Sign(id, timestamp, body) },
            },
        };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(Timeout);
        using var answer = await SendAsync(request, stop.Token, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken timeout, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"The receiver did not answer within {Timeout.TotalSeconds} seconds.");
        }
    }
}
