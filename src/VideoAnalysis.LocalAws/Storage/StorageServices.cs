using Microsoft.Extensions.DependencyInjection.Extensions;

namespace VideoAnalysis.LocalAws.Storage;

/// <summary>Registers the data folder and its database.</summary>
internal static class StorageServices
{
    /// <summary>
    /// Adds the <see cref="DataFolder"/> at a path, and the <see cref="LocalDatabase"/> in it. Both are opened when
    /// they are first asked for.
    /// </summary>
    public static IServiceCollection AddLocalStorage(this IServiceCollection services, string path)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => DataFolder.Open(path));
        services.AddSingleton<LocalDatabase>();
        return services;
    }

    /// <summary>Adds a component's tables to the database.</summary>
    public static IServiceCollection AddSchema(this IServiceCollection services, string component, string sql) =>
        services.AddSingleton(new SchemaPart(component, sql));
}
