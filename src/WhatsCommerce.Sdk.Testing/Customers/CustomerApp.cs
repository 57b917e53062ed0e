namespace WhatsCommerce.Testing;

/// <summary>The WhatsApp app on a customer's phone, which determines whether the customer can receive product messages.</summary>
/// <remarks>
/// A product list requires 2.21.9.15 on Android and 2.21.100 on an iPhone, a single product 2.21.19 and 2.21.210. The versions for catalog
/// messages and carousels are not documented: the emulator requires those of a single product. A template with several products requires
/// 2.22.24. Source: Meta, catalogs/sell-products-and-services.
/// </remarks>
public sealed record CustomerApp
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="platform">See <see cref="Platform"/>.</param>
    /// <param name="version">See <see cref="Version"/>.</param>
    public CustomerApp(CustomerPlatform platform, Version version)
    {
        Platform = platform;
        Version = version;
    }

    /// <summary>The platform.</summary>
    public CustomerPlatform Platform { get; init; }

    /// <summary>The version, such as 2.26.10.</summary>
    public Version Version { get; init; }

    internal static readonly Version ProductTemplates = new(2, 22, 24);

    private static readonly Version ProductListOnAndroid = new(2, 21, 9, 15);
    private static readonly Version ProductListOnIphone = new(2, 21, 100);
    private static readonly Version ProductOnAndroid = new(2, 21, 19);
    private static readonly Version ProductOnIphone = new(2, 21, 210);

    /// <summary>A current app, which can receive all messages.</summary>
    public static CustomerApp Current { get; } = Android("2.26.30");

    /// <summary>Whether the app is too old for at least one kind of product message.</summary>
    public bool IsOld => !Supports("interactive.product");

    /// <summary>An app on Android.</summary>
    /// <param name="version">The version: numbers separated by dots.</param>
    /// <exception cref="FormatException">The version is invalid.</exception>
    public static CustomerApp Android(string version) => new(CustomerPlatform.Android, Read(version));

    /// <summary>An app on an iPhone.</summary>
    /// <param name="version">The version: numbers separated by dots.</param>
    /// <exception cref="FormatException">The version is invalid.</exception>
    public static CustomerApp Iphone(string version) => new(CustomerPlatform.Iphone, Read(version));

    /// <summary>Whether the app can show a message.</summary>
    /// <param name="kind">The kind, as in <see cref="ChatEntry.Kind"/>.</param>
    public bool Supports(string kind) => kind switch
    {
        "interactive.product_list" => Version >= (Platform is CustomerPlatform.Android ? ProductListOnAndroid : ProductListOnIphone),
        "interactive.product" or "interactive.catalog_message" or "interactive.carousel" =>
            Version >= (Platform is CustomerPlatform.Android ? ProductOnAndroid : ProductOnIphone),
        _ => true,
    };

    /// <summary>Platform and version.</summary>
    public override string ToString() => $"{Platform} {Version}";

    private static Version Read(string version) => Version.TryParse(version, out Version? read)
        ? read
        : throw new FormatException($"'{version}' is not a version of the app: write numbers separated by points, such as 2.21.8.");
}
