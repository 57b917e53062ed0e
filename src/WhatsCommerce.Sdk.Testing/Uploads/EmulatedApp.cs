namespace WhatsCommerce.Testing;

/// <summary>The app whose token is used: Graph knows it by the alias <c>app</c>; by its id it is not known here.</summary>
internal sealed class EmulatedApp
{
    public const string Alias = "app";

    public static EmulatedApp Instance { get; } = new();
}
