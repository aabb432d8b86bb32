using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace VideoAnalysis.Local.Cli.Client;

/// <summary>Asks an HTTP API, the local stack's or a deployed one, and tells in plain words why it could not.</summary>
internal sealed class ApiClient : IDisposable
{
    /// <summary>
    /// An HTTP API gives up on a function after 30 seconds (API Gateway quotas); the rest is for the line.
    /// </summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly Uri _endpoint;
    private readonly ApiAccess _access;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    /// <param name="endpoint">Where the API is; a path in it comes before every address.</param>
    /// <param name="access">What the caller shows.</param>
    /// <param name="time">The clock.</param>
    public ApiClient(Uri endpoint, ApiAccess access, TimeProvider time)
    {
        (_endpoint, _access, _time) = (endpoint, access, time);

        // A redirection is not followed: the signature holds for one address, and a token is for one host.
        var transport = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(15),
        };
        _http = new(access.Over(transport)) { Timeout = Timeout };
    }

    /// <summary>Asks for something. A busy API is asked again, a few times.</summary>
    /// <param name="address">Below the endpoint, as in <c>results?limit=5</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">There is no good answer.</exception>
    public Task<ApiAnswer> GetAsync(string address, CancellationToken cancellationToken) =>
        GetAsync(Resolve(address), cancellationToken);

    /// <inheritdoc cref="GetAsync(string, CancellationToken)"/>
    /// <param name="address">The whole address, as of a next page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ApiAnswer> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var response = await SendAsync(HttpMethod.Get, address, null, cancellationToken);
            if (RetryDelay.After(response, attempt) is not { } delay)
            {
                return await ReadAsync(address, response, cancellationToken);
            }

            await Task.Delay(delay, _time, cancellationToken);
        }
    }

    /// <summary>Asks for something, and for the pages that follow.</summary>
    /// <param name="address">Below the endpoint.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">While enumerating: a page cannot be had.</exception>
    public async IAsyncEnumerable<ApiAnswer> PagesAsync(
        string address, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = await GetAsync(address, cancellationToken);
        yield return page;
        while (page.Next is { } next)
        {
            page = await GetAsync(next, cancellationToken);
            yield return page;
        }
    }

    /// <summary>Asks for something to be done.</summary>
    /// <param name="address">Below the endpoint.</param>
    /// <param name="body">What, as JSON or as the content type says.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="contentType">What the body is.</param>
    /// <exception cref="ApiException">There is no good answer.</exception>
    public async Task<ApiAnswer> PostAsync(
        string address,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken,
        string contentType = "application/json")
    {
        var uri = Resolve(address);
        using var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new(contentType);
        using var response = await SendAsync(HttpMethod.Post, uri, content, cancellationToken);
        return await ReadAsync(uri, response, cancellationToken);
    }

    /// <summary>Removes something.</summary>
    /// <param name="address">Below the endpoint.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">Nothing was removed.</exception>
    public async Task DeleteAsync(string address, CancellationToken cancellationToken)
    {
        var uri = Resolve(address);
        using var response = await SendAsync(HttpMethod.Delete, uri, null, cancellationToken);
        await ReadAsync(uri, response, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private Uri Resolve(string address) => new($"{_endpoint.AbsoluteUri.TrimEnd('/')}/{address}");

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, Uri address, HttpContent? content, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, address) { Content = content };
            return await _http.SendAsync(request, cancellationToken);
        }
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException)
        {
            throw new ApiException($"{_endpoint} did not answer within {Timeout.TotalSeconds:0} seconds.", e);
        }
        catch (HttpRequestException e)
        {
            throw new ApiException(Unreachable.Describe(_endpoint, e), e);
        }
        catch (AmazonClientException e)
        {
            // Credentials that expire are fetched anew for a request, which may fail.
            throw new ApiException($"The AWS credentials cannot be used: {e.Message}", e);
        }
    }

    private async Task<ApiAnswer> ReadAsync(
        Uri address, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? new(address, response.Headers, body)
            : throw ApiRefusal.Of(response, body, _access);
    }
}
