namespace WhatsCommerce.Flows;

/// <summary>The options of a flow endpoint: private keys, app secrets and limits.</summary>
/// <remarks>
/// Bound from configuration by <c>AddWhatsCommerceFlows</c> and read for each request, so that a changed key takes effect at once.
/// </remarks>
public sealed class FlowOptions
{
    /// <summary>Gets the default size limit of a body: 1 MB. Meta documents none; forms contain text.</summary>
    public static int DefaultMaxBodyBytes => 1024 * 1024;

    /// <summary>
    /// Gets or sets the private key, an RSA key of at least 2048 bits as PEM, whose public part was uploaded for the number
    /// (<c>PhoneNumbers.SetPublicKeyAsync</c>). Set several to rotate the key: each is tried, at most <see cref="MaxPrivateKeys"/>. Keep
    /// them out of source control.
    /// </summary>
    public IList<string> PrivateKeys { get; set; } = [];

    /// <summary>Gets or sets the passphrase of private keys that are encrypted (<c>BEGIN ENCRYPTED PRIVATE KEY</c>).</summary>
    public string? Passphrase { get; set; }

    /// <summary>
    /// Gets or sets the app secret, from Meta's App Dashboard, "App settings", "Basic", with which requests are signed. Set several to
    /// rotate it. Empty ones are ignored.
    /// </summary>
    public IList<string> AppSecrets { get; set; } = [];

    /// <summary>
    /// Gets or sets a value indicating whether requests without a valid signature are accepted when <see cref="AppSecrets"/> is empty. Meta
    /// signs with the secret of the app that is connected to the flow. Requests are encrypted in any case, but anybody can encrypt with a
    /// public key.
    /// </summary>
    public bool AllowUnsigned { get; set; }

    /// <summary>Gets or sets the largest accepted body, in bytes; larger ones are answered 413. The default is 1 MB.</summary>
    public int MaxBodyBytes { get; set; } = DefaultMaxBodyBytes;

    /// <summary>Gets the maximum number of private keys that are tried: each costs a decryption, also for a forged request.</summary>
    public static int MaxPrivateKeys => 4;

    /// <summary>Gets or sets the path of the section that the options were bound to, for messages.</summary>
    internal string? SectionPath { get; set; }

    internal IReadOnlyList<string> CurrentSecrets => AppSecrets as IReadOnlyList<string> ?? [.. AppSecrets ?? []];
}
