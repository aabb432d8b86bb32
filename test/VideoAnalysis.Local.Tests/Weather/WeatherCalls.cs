using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Rekognition;
using VideoAnalysis.Analyses;
using VideoAnalysis.Engine;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Jobs;
using VideoAnalysis.LocalAws.Rekognition.Protocol;
using VideoAnalysis.Testing.Weather;

namespace VideoAnalysis.Local.Tests.Weather;

/// <summary>
/// The calls of the weather. The SDK does not know them, so they go to where its client would send them.
/// </summary>
internal sealed class WeatherCalls : RekognitionCalls
{
    private static readonly HttpClient Http = new();

    public override Analysis Analysis { get; } = new WeatherAnalysis();

    public override async Task<string> StartAsync(
        IAmazonRekognition client, StartRequest request, CompletionChannel channel, CancellationToken cancellationToken)
    {
        var video = request.Upload.Video;
        var start = new StartWeatherDetectionRequest
        {
            Video = new(new(video.Bucket, video.Key, request.Upload.VersionId)),
            ClientRequestToken = request.Token.Value,
            JobTag = request.Tag.ToString(),
            NotificationChannel = new(channel.TopicArn, channel.RoleArn),
        };
        var started = await CallAsync(
            client,
            "StartWeatherDetection",
            JsonSerializer.SerializeToUtf8Bytes(start, LocalWeatherJson.Default.StartWeatherDetectionRequest),
            LocalWeatherJson.Default.StartedWeather,
            cancellationToken);
        return started.JobId;
    }

    public override async Task<AnalysisPage> GetPageAsync(
        IAmazonRekognition client, string jobId, string? nextToken, CancellationToken cancellationToken)
    {
        var page = await CallAsync(
            client,
            "GetWeatherDetection",
            JsonSerializer.SerializeToUtf8Bytes(
                new GetJobRequest { JobId = jobId, NextToken = nextToken }, LocalWeatherJson.Default.GetJobRequest),
            LocalWeatherJson.Default.WeatherPage,
            cancellationToken);
        return new(
            JobStatusNames.Parse(page.JobStatus) ?? throw new InvalidDataException(page.JobStatus),
            page.StatusMessage,
            page.VideoMetadata,
            [.. (page.Weather ?? []).Select(ToDomain)],
            page.NextToken);
    }

    private static WeatherDetection ToDomain(WeatherItem item) => new()
    {
        Timestamp = item.StartMillis,
        EndTimestamp = item.EndMillis,
        Confidence = item.Confidence,
        Kind = item.Kind,
        Wind = item.Wind,
    };

    private static async Task<T> CallAsync<T>(
        IAmazonRekognition client, string operation, byte[] body, JsonTypeInfo<T> answer,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, client.Config.ServiceURL);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", $"RekognitionService.{operation}");
        using var response = await Http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return JsonSerializer.Deserialize(await response.Content.ReadAsStreamAsync(cancellationToken), answer)!;
    }
}
