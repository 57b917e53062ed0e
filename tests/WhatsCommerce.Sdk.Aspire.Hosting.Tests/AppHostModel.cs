using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Aspire.Hosting.Tests;

/// <summary>An app host that is built and not started: what its resources would be started with.</summary>
internal sealed class AppHostModel : IAsyncDisposable
{
    private readonly DistributedApplication _app;

    public AppHostModel(Action<IDistributedApplicationBuilder> build)
    {
        IDistributedApplicationBuilder builder = CreateBuilder();
        build(builder);
        _app = builder.Build();
        int port = 40_000;
        foreach (IResource resource in Resources)
        {
            foreach (EndpointAnnotation endpoint in resource.Annotations.OfType<EndpointAnnotation>())
            {
                endpoint.AllocatedEndpoint ??= new AllocatedEndpoint(endpoint, "localhost", endpoint.Port ?? port++);
            }
        }
    }

    public static string Folder { get; } = Path.Combine(SharedMaterial.Repository, "samples", "AspireHost");

    public IReadOnlyList<IResource> Resources => [.. _app.Services.GetRequiredService<DistributedApplicationModel>().Resources];

    public static IDistributedApplicationBuilder CreateBuilder() => DistributedApplication.CreateBuilder(new DistributedApplicationOptions
    {
        ProjectDirectory = Folder,
        DisableDashboard = true,
        Args = [],
    });

    public T Find<T>(string name)
        where T : IResource => (T)Resources.Single(resource => resource.Name == name);

    public async Task<IReadOnlyDictionary<string, string>> EnvironmentOfAsync(string name) =>
        (await ConfigurationOfAsync(name)).EnvironmentVariables.ToDictionary(one => one.Key, one => one.Value);

    public async Task<string[]> ArgumentsOfAsync(string name) =>
        [.. (await ConfigurationOfAsync(name)).Arguments.Select(one => one.Value)];

    private Task<IExecutionConfigurationResult> ConfigurationOfAsync(string name) => ExecutionConfigurationBuilder
        .Create(Find<IResource>(name))
        .WithArgumentsConfig()
        .WithEnvironmentVariablesConfig()
        .BuildAsync(
            _app.Services.GetRequiredService<DistributedApplicationExecutionContext>(),
            NullLogger.Instance,
            TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
