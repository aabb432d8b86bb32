using VideoAnalysis.LocalAws.S3.Listing;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Operations;
using VideoAnalysis.LocalAws.S3.Uploads;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.S3;

/// <summary>Registers the local S3.</summary>
internal static class S3Services
{
    /// <summary>
    /// Adds the objects (<see cref="IObjectStore"/>) and the endpoint that serves them (<see cref="S3Endpoint"/>).
    /// Needs the local storage and the local delivery.
    /// </summary>
    public static IServiceCollection AddLocalS3(this IServiceCollection services, S3Options? options = null)
    {
        services.AddSchema("s3 objects", ObjectTable.Schema);
        services.AddSchema("s3 uploads", UploadTable.Schema);
        services.AddSingleton(options ?? new S3Options());
        services.AddSingleton<ObjectFiles>();
        services.AddSingleton<ObjectStore>();
        services.AddSingleton<IObjectStore>(provider => provider.GetRequiredService<ObjectStore>());
        services.AddSingleton<MultipartUploads>();
        services.AddHostedService<ObjectSweeper>();

        services.AddSingleton<BucketOperations>();
        services.AddSingleton<ListOperations>();
        services.AddSingleton<ReadOperations>();
        services.AddSingleton<WriteOperations>();
        services.AddSingleton<DeleteOperations>();
        services.AddSingleton<UploadOperations>();
        services.AddSingleton<CompletionOperations>();
        services.AddSingleton<UploadLists>();
        services.AddSingleton<S3Router>();
        services.AddSingleton<S3Cors>();
        services.AddSingleton<S3Endpoint>();
        return services;
    }
}
