using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tool.Tests;

internal static class StoreExtensions
{
    /// <summary>Keeps the dead letters of an app in a file of its own.</summary>
    public static void AddSingletonStore(this IServiceCollection services, string path) =>
        services.Configure<FileDeadLetterOptions>(options => options.Path = path);
}
