using Amazon.Runtime;
using VideoAnalysis.Testing.Faults;

namespace VideoAnalysis.Functions.Tests.Faults;

/// <summary>Lets the HTTP calls of an AWS client go through a gate: the SDK's own pipeline is above it.</summary>
internal sealed class GatedHttp(ICallGate gate, ProcessLife life, HttpMessageHandler inner) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new Handler(gate, life, inner), disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private sealed class Handler(ICallGate gate, ProcessLife life, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var operation = string.Join(' ', request.Headers.GetValues("X-Amz-Target")).Split('.')[^1];
            return gate.CallAsync(
                life,
                operation,
                async () =>
                {
                    var response = await base.SendAsync(request, cancellationToken);

                    // Nobody reads the answer of a call that goes wrong; the connection is free again nevertheless.
                    await response.Content.LoadIntoBufferAsync(cancellationToken);
                    return response;
                });
        }
    }
}
