using VideoAnalysis.Local.S3.Listing;
using VideoAnalysis.Local.S3.Objects;
using VideoAnalysis.Local.S3.Operations;
using VideoAnalysis.Local.S3.Uploads;
using VideoAnalysis.Local.Storage;

namespace VideoAnalysis.Local.S3;

/// <summary>Registers the local S3, and puts it on the web server.</summary>
internal static class S3Services
{
    /// <summary>
    /// Adds the objects (<see cref="IObjectStore"/>) and the endpoint's operations. Needs the local storage and the
    /// local delivery.
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
        services.AddSingleton<FormOperations>();
        services.AddSingleton<UploadOperations>();
        services.AddSingleton<CompletionOperations>();
        services.AddSingleton<UploadLists>();
        services.AddSingleton<S3Router>();
        services.AddSingleton<S3Cors>();
        services.AddSingleton<S3Endpoint>();
        return services;
    }

    /// <summary>
    /// Answers, as S3, every request that no other endpoint takes. Other services of the same port map what is theirs
    /// ("POST /" with an X-Amz-Target header) as usual: anything mapped comes before this.
    /// </summary>
    public static IEndpointConventionBuilder MapLocalS3(this IEndpointRouteBuilder endpoints)
    {
        var s3 = endpoints.ServiceProvider.GetRequiredService<S3Endpoint>();
        return endpoints.MapFallback("{**target}", s3.HandleAsync);
    }
}
