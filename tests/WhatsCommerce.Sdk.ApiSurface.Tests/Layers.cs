namespace WhatsCommerce.Tests;

/// <summary>What a project of <c>src</c> may see, and where its public types stand.</summary>
/// <param name="Assembly">The name of the assembly and of its project.</param>
/// <param name="MaySee">The other assemblies of this repository that it may refer to.</param>
/// <param name="Packages">
/// What else it may refer to beyond the .NET base library; a name that ends in <c>*</c> stands for all that begin so.
/// </param>
/// <param name="Namespaces">The namespaces of its public types.</param>
public sealed record Layer(string Assembly, string[] MaySee, string[] Packages, string[] Namespaces)
{
    public override string ToString() => Assembly;
}

/// <summary>The plan of the house: the one list to change when a project is added.</summary>
public static class Layers
{
    public const string Primitives = "WhatsCommerce.Sdk.Primitives";
    public const string Sdk = "WhatsCommerce.Sdk";
    public const string Webhooks = "WhatsCommerce.Sdk.Webhooks";
    public const string AspNetCore = "WhatsCommerce.Sdk.AspNetCore";
    public const string Flows = "WhatsCommerce.Sdk.Flows";
    public const string PostgreSql = "WhatsCommerce.Sdk.PostgreSql";
    public const string RabbitMq = "WhatsCommerce.Sdk.RabbitMq";
    public const string Sqlite = "WhatsCommerce.Sdk.Sqlite";
    public const string Storefront = "WhatsCommerce.Sdk.Storefront";
    public const string Assistants = "WhatsCommerce.Sdk.Storefront.Assistants";
    public const string Stripe = "WhatsCommerce.Sdk.Storefront.Stripe";
    public const string StorefrontAspNetCore = "WhatsCommerce.Sdk.Storefront.AspNetCore";
    public const string AspireHosting = "WhatsCommerce.Sdk.Aspire.Hosting";
    public const string Testing = "WhatsCommerce.Sdk.Testing";

    public const string Emulator = "WhatsCommerce.Emulator";
    public const string Tool = "WhatsCommerce.Tool";

    private const string Registration = "Microsoft.Extensions.DependencyInjection";

    public static IReadOnlyList<Layer> All { get; } =
    [
        new(Primitives, MaySee: [], Packages: [], Namespaces: ["WhatsCommerce"]),
        new(
            Sdk,
            MaySee: [Primitives],
            Packages: ["Microsoft.Extensions.*", "Polly.Core", "Refit"],
            Namespaces:
            [
                "WhatsCommerce",
                "WhatsCommerce.Analytics",
                "WhatsCommerce.BlockList",
                "WhatsCommerce.Calls",
                "WhatsCommerce.Catalogs",
                "WhatsCommerce.Commerce",
                "WhatsCommerce.Conversations",
                "WhatsCommerce.Flows",
                "WhatsCommerce.Groups",
                "WhatsCommerce.Media",
                "WhatsCommerce.Messages",
                "WhatsCommerce.Onboarding",
                "WhatsCommerce.Payments",
                "WhatsCommerce.PhoneNumbers",
                "WhatsCommerce.QrCodes",
                "WhatsCommerce.Subscriptions",
                "WhatsCommerce.Templates",
                "WhatsCommerce.Uploads",
                Registration,
            ]),
        new(
            Webhooks,
            MaySee: [Primitives],
            Packages:
            [
                // These two come with Options.ConfigurationExtensions; the code that the binder generates refers to them.
                "Microsoft.Extensions.Configuration",
                "Microsoft.Extensions.Configuration.Binder",
                "Microsoft.Extensions.Configuration.Abstractions",
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Hosting.Abstractions",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
                "Microsoft.Extensions.Options.ConfigurationExtensions",
            ],
            Namespaces: ["WhatsCommerce.Webhooks", Registration]),
        new(
            AspNetCore,
            MaySee: [Primitives, Webhooks],
            Packages: ["Microsoft.AspNetCore*", "Microsoft.Extensions.*"],
            Namespaces: ["WhatsCommerce.Webhooks", "Microsoft.AspNetCore.Builder", Registration]),
        // Apart, because of the cryptography that it brings.
        new(
            Flows,
            MaySee: [Primitives, Webhooks],
            Packages: ["BouncyCastle.Cryptography", "Microsoft.AspNetCore*", "Microsoft.Extensions.*"],
            Namespaces: ["WhatsCommerce.Flows", "Microsoft.AspNetCore.Builder", Registration]),
        new(
            PostgreSql,
            MaySee: [Primitives, Webhooks],
            Packages:
            [
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Hosting.Abstractions",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
                "Npgsql",
            ],
            Namespaces: ["WhatsCommerce", "WhatsCommerce.Webhooks", Registration]),
        new(
            RabbitMq,
            MaySee: [Primitives, Webhooks],
            Packages:
            [
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Hosting.Abstractions",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
                "RabbitMQ.Client",
                "System.Threading.RateLimiting",
            ],
            Namespaces: ["WhatsCommerce.Webhooks", Registration]),
        new(
            Sqlite,
            MaySee: [Primitives, Webhooks],
            Packages:
            [
                "Microsoft.Data.Sqlite",
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Hosting.Abstractions",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
                "SQLitePCLRaw*",
            ],
            Namespaces: ["WhatsCommerce", "WhatsCommerce.Webhooks", Registration]),
        new(
            Storefront,
            MaySee: [Primitives, Sdk, Webhooks],
            Packages: ["Microsoft.Extensions.*", "Refit", "System.IO.Hashing"],
            Namespaces: ["WhatsCommerce.Storefronts", Registration]),
        // Apart, because of the packages of AI that it brings.
        new(
            Assistants,
            MaySee: [Primitives, Sdk, Storefront],
            Packages: ["Microsoft.AspNetCore*", "Microsoft.Extensions.*", "ModelContextProtocol*"],
            Namespaces: ["WhatsCommerce.Storefronts", "Microsoft.AspNetCore.Builder", Registration]),
        // Apart, because Stripe.net is not trimmable.
        new(
            Stripe,
            MaySee: [Primitives, Sdk, Storefront],
            Packages: ["Microsoft.Extensions.*", "Stripe.net"],
            Namespaces: ["WhatsCommerce.Storefronts", Registration]),
        new(
            StorefrontAspNetCore,
            MaySee: [Primitives, Sdk, Webhooks, AspNetCore, Storefront],
            Packages: ["Microsoft.AspNetCore*", "Microsoft.Extensions.*"],
            Namespaces: ["WhatsCommerce.Storefronts", "Microsoft.AspNetCore.Builder", Registration]),
        // For app hosts: it knows the emulator's command line, and nothing of the SDK.
        new(
            AspireHosting,
            MaySee: [],
            Packages: ["Aspire.Hosting", "Microsoft.Extensions.*"],
            Namespaces: ["Aspire.Hosting", "Aspire.Hosting.ApplicationModel"]),
        new(
            Testing,
            MaySee: [Primitives, Sdk, Webhooks],
            Packages: ["Microsoft.AspNetCore*", "Microsoft.Extensions.*", "Microsoft.Net.Http.Headers"],
            Namespaces: ["WhatsCommerce.Testing"]),
        // A command: it shows nothing to others.
        new(
            Emulator,
            MaySee: [Primitives, Sdk, Webhooks, Testing],
            Packages: ["Microsoft.AspNetCore*", "Microsoft.Extensions.*", "Microsoft.Net.Http.Headers", "System.CommandLine"],
            Namespaces: ["WhatsCommerce.Emulator"]),
        new(
            Tool,
            MaySee: [Primitives, Sdk, Webhooks, PostgreSql, Sqlite, Testing, Emulator],
            Packages:
            [
                "CsvHelper",
                "Microsoft.AspNetCore*",
                "Microsoft.Data.Sqlite",
                "Microsoft.Extensions.*",
                "Npgsql",
                "System.CommandLine",
            ],
            Namespaces: []),
    ];

    /// <summary>
    /// The projects of <c>src</c> that are shipped as libraries: all but the generators, which are part of the build, and the analyzers,
    /// which run in the compiler.
    /// </summary>
    public static IReadOnlyList<string> Projects { get; } =
    [
        .. Directory.EnumerateDirectories(Path.Combine(SharedMaterial.Repository, "src"))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => name != "WhatsCommerce.Sdk.Generators"
                && !name.StartsWith("WhatsCommerce.Sdk.Analyzers", StringComparison.Ordinal)
                && File.Exists(Path.Combine(SharedMaterial.Repository, "src", name, name + ".csproj")))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<Layer> Built() => [.. All.Where(layer => Projects.Contains(layer.Assembly))];

    public static Layer Of(string assembly) => All.Single(layer => layer.Assembly == assembly);

    /// <summary>Where the built assembly lies.</summary>
    public static string PathOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
}
