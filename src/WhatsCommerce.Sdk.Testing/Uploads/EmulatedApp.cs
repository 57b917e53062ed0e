namespace WhatsCommerce.Testing;

/// <summary>
/// The app: Graph knows it by its id, and as the one whose token is used by the alias <c>app</c>. Its own token is its id and its secret.
/// </summary>
internal sealed class EmulatedApp(CloudApiEmulatorOptions options)
{
    public const string Alias = "app";
    public const string TheId = "670843887433847";
    public const string Name = "Local app";

    private readonly byte[] _token = Encoding.UTF8.GetBytes($"{TheId}|{options.AppSecret}");

    public string Id { get; } = TheId;

    /// <summary>The webhook fields that it is subscribed to.</summary>
    public EmulatedWebhookFields Fields { get; } = new();

    public static bool IsNamed(string id) => id is Alias or TheId;

    public bool HasToken(string token) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), _token);
}
