using System.Globalization;
using System.Reflection;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds the local WhatsApp Cloud API to an app host, and connects apps to it.</summary>
public static class WhatsCommerceEmulatorBuilderExtensions
{
    /// <summary>The default port of the emulator.</summary>
    public const int DefaultPort = 5180;

    /// <summary>
    /// Adds the emulator: the .NET tool WhatsCommerce.Emulator, which <c>dotnet tool exec</c> downloads in the version of this package at
    /// startup.
    /// </summary>
    /// <remarks>It is excluded from the deployment manifest, because deployed apps use Meta.</remarks>
    /// <param name="builder">The app host.</param>
    /// <param name="name">The name of the resource.</param>
    /// <param name="port">The port. It is not proxied, because the emulator's responses contain its own address.</param>
    /// <returns>The builder of the resource.</returns>
    public static IResourceBuilder<WhatsCommerceEmulatorResource> AddWhatsCommerceEmulator(
        this IDistributedApplicationBuilder builder, [ResourceName] string name = "whatsapp", int port = DefaultPort) =>
        Add(builder, name, port, ["tool", "exec", $"WhatsCommerce.Emulator@{Version}", "--"]);

    /// <summary>Adds the emulator from its source: a project that <c>dotnet run</c> builds at startup.</summary>
    /// <param name="builder">The app host.</param>
    /// <param name="name">The name of the resource.</param>
    /// <param name="projectPath">The project file, relative to the folder of the app host.</param>
    /// <param name="port">The port.</param>
    /// <returns>The builder of the resource.</returns>
    public static IResourceBuilder<WhatsCommerceEmulatorResource> AddWhatsCommerceEmulator(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string projectPath, int port = DefaultPort)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(projectPath);
        string project = Path.GetFullPath(projectPath, builder.AppHostDirectory);
        return Add(builder, name, port, ["run", "--project", project, "--"]);
    }

    /// <summary>
    /// Connects an app to the emulator: the app gets the emulator's settings, and the emulator sends webhooks to the app.
    /// </summary>
    /// <remarks>
    /// The settings are environment variables under <paramref name="section"/>, such as <c>WhatsCommerce__BaseAddress</c> and
    /// <c>WhatsCommerce__Webhooks__AppSecrets__0</c>: they are read by <c>AddWhatsCommerce(configuration.GetSection("WhatsCommerce"))</c>
    /// and <c>AddWhatsCommerceWebhooks(configuration.GetSection("WhatsCommerce:Webhooks"))</c>.
    /// </remarks>
    /// <typeparam name="T">The type of the app.</typeparam>
    /// <param name="builder">The app.</param>
    /// <param name="emulator">The emulator.</param>
    /// <param name="callbackPath">
    /// The path at which the app receives webhooks; <see langword="null"/> for an app without webhooks. An emulator has one callback, so
    /// the last call wins.
    /// </param>
    /// <param name="section">The section of the settings.</param>
    /// <returns>The builder of the app.</returns>
    /// <exception cref="ArgumentException">The path does not begin with a slash, or the app has no endpoints.</exception>
    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder,
        IResourceBuilder<WhatsCommerceEmulatorResource> emulator,
        string? callbackPath = "/webhooks/whatsapp",
        string section = "WhatsCommerce")
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(emulator);
        ArgumentException.ThrowIfNullOrWhiteSpace(section);
        WhatsCommerceEmulatorResource resource = emulator.Resource;
        if (callbackPath is not null)
        {
            emulator.WithCallback(builder.Resource as IResourceWithEndpoints ?? throw new ArgumentException(
                $"The resource \"{builder.Resource.Name}\" has no endpoints that webhooks could go to: pass null as its callback path.",
                nameof(builder)),
                callbackPath);
        }

        string prefix = section.Replace(":", "__", StringComparison.Ordinal);
        return builder
            .WithEnvironment($"{prefix}__BaseAddress", ReferenceExpression.Create($"{resource.Endpoint.Property(EndpointProperty.Url)}/"))
            .WithEnvironment($"{prefix}__AccessToken", resource.AccessToken)
            .WithEnvironment($"{prefix}__PhoneNumberId", resource.PhoneNumberId)
            .WithEnvironment($"{prefix}__BusinessAccountId", resource.BusinessAccountId)
            .WithEnvironment($"{prefix}__BusinessId", resource.BusinessId)
            .WithEnvironment($"{prefix}__CatalogId", resource.CatalogId)
            .WithEnvironment($"{prefix}__Webhooks__AppSecrets__0", resource.AppSecret)
            .WithEnvironment($"{prefix}__Webhooks__VerifyToken", resource.VerifyToken)
            .WithReferenceRelationship(emulator);
    }

    /// <summary>Sets the app that the emulator sends webhooks to. <c>WithReference</c> calls this for the app that it connects.</summary>
    /// <param name="builder">The emulator.</param>
    /// <param name="app">The app.</param>
    /// <param name="path">The path at which it receives webhooks.</param>
    /// <param name="endpointName">The name of its endpoint.</param>
    /// <returns>The builder of the emulator.</returns>
    /// <exception cref="ArgumentException">The path does not begin with a slash.</exception>
    public static IResourceBuilder<WhatsCommerceEmulatorResource> WithCallback(
        this IResourceBuilder<WhatsCommerceEmulatorResource> builder,
        IResourceWithEndpoints app,
        string path = "/webhooks/whatsapp",
        string endpointName = "http")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(app);
        if (path?.StartsWith('/') != true)
        {
            throw new ArgumentException("The path of a callback begins with a slash.", nameof(path));
        }

        EndpointReference endpoint = new(app, endpointName);
        builder.Resource.Callback = ReferenceExpression.Create($"{endpoint.Property(EndpointProperty.Url)}{path}");
        return builder;
    }

    private static string Version =>
        typeof(WhatsCommerceEmulatorResource).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    private static IResourceBuilder<WhatsCommerceEmulatorResource> Add(
        IDistributedApplicationBuilder builder, string name, int port, string[] command)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, ushort.MaxValue);
        WhatsCommerceEmulatorResource resource = new(name, "dotnet", builder.AppHostDirectory);
        return builder.AddResource(resource)
            .WithHttpEndpoint(port, targetPort: port, name: WhatsCommerceEmulatorResource.EndpointName, isProxied: false)
            .WithHttpHealthCheck("/")
            .WithArgs(context =>
            {
                Array.ForEach(command, context.Args.Add);
                context.Args.Add("--port");
                context.Args.Add(port.ToString(CultureInfo.InvariantCulture));
                context.Args.Add("--app-secret");
                context.Args.Add(resource.AppSecret);
                context.Args.Add("--verify-token");
                context.Args.Add(resource.VerifyToken);
                if (resource.Callback is { } callback)
                {
                    context.Args.Add("--callback");
                    context.Args.Add(callback);
                }
            })
            .ExcludeFromManifest();
    }
}
