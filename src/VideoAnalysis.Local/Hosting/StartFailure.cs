using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.Local.Hosting;

/// <summary>Says in a person's words why the stack could not start.</summary>
internal static class StartFailure
{
    /// <summary>The exception to throw instead.</summary>
    public static Exception Explain(
        Exception failure, LocalStackOptions options, LocalPort servicesPort, LocalPort apiPort) => failure switch
    {
        IOException { InnerException: AddressInUseException } =>
            InUse(failure, options.Listen, FindPort(failure, servicesPort, apiPort)),
        SocketException { SocketErrorCode: SocketError.AccessDenied } => new LocalStackException(
            "This user may not listen on ports below 1024: choose others with --port-s3 and --port-api.", failure),
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => new LocalStackException(
            $"{options.Listen} is not an address of this machine: choose another with --listen.", failure),
        _ when failure.IsDiskFull() => new LocalStackException(
            $"The disk that holds the data folder {options.DataFolder} is full. Free some space on it, or choose " +
            "another folder with --data.", failure),
        DataFolderInUseException => new LocalStackException($"{failure.Message} --data chooses another.", failure),
        InvalidDataException => new LocalStackException(failure.Message, failure),
        SqliteException => new LocalStackException(
            $"The database in the data folder {options.DataFolder} cannot be used: {failure.Message} --data chooses " +
            "another folder.", failure),
        UnauthorizedAccessException => new LocalStackException(
            $"The data folder {options.DataFolder} cannot be used: {failure.Message} --data chooses another.", failure),
        AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException
            when options.DynamoDb is { } url => new LocalStackException(
                $"The DynamoDB at {url}, which AWS_ENDPOINT_URL_DYNAMODB names, cannot be used: {failure.Message}",
                failure),
        _ => failure,
    };

    private static LocalPort FindPort(Exception failure, params ReadOnlySpan<LocalPort> ports)
    {
        foreach (var port in ports)
        {
            if (failure.Message.Contains(
                string.Create(CultureInfo.InvariantCulture, $":{port.Requested}:"), StringComparison.Ordinal))
            {
                return port;
            }
        }

        return ports[0];
    }

    private static LocalStackException InUse(Exception failure, IPAddress address, LocalPort port) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"Port {port.Requested} of {address} is in use by another program. {port.Option} chooses another (0: " +
            $"any that is free)."),
        failure);
}
