using Amazon.Rekognition.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Amazon.Rekognition;

/// <summary>Region, endpoint, time limits and retries of a client.</summary>
public class AmazonRekognitionConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("Rekognition", "stand-in");

    public AmazonRekognitionConfig()
        : base(new DefaultConfigurationProvider(DefaultConfigurations.All))
    {
        // AWS_ENDPOINT_URL_REKOGNITION is this id in capitals.
        base.ServiceId = ServiceId;
        AuthenticationServiceName = RegionEndpointServiceName;
        EndpointProvider = new RekognitionEndpointProvider();
    }

    public static new string ServiceId => "Rekognition";

    public override string RegionEndpointServiceName => "rekognition";

    public override string ServiceVersion => "2016-06-27";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        new RekognitionEndpointResolver().GetEndpoint(
            new Amazon.Runtime.Internal.ExecutionContext(
                new RequestContext(enableMetric: false)
                {
                    ClientConfig = this,
                    OriginalRequest = parameters.Request,
                    Request = new DefaultRequest(parameters.Request, ServiceId)
                    {
                        AlternateEndpoint = parameters.AlternateEndpoint,
                    },
                },
                null));
}
