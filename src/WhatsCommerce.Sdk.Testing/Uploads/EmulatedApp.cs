namespace WhatsCommerce.Testing;

/// <summary>The app whose token is used: Graph knows it by the alias <c>app</c>, and by any id that is not that of another object.</summary>
internal sealed class EmulatedApp
{
    public const string Alias = "app";

    public static EmulatedApp Instance { get; } = new();
}
