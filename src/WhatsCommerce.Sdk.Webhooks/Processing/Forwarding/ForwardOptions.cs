using WhatsCommerce.Validation;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Configures where and how deliveries or events are forwarded. Read for each attempt: a changed secret takes effect immediately.
/// </summary>
public sealed class ForwardOptions
{
    /// <summary>
    /// Gets or sets the URL: https, or http to this machine. Required. It is not logged, because URLs of automation tools contain secrets.
    /// </summary>
    [ForwardAddress]
    public Uri? Address { get; set; }

    /// <summary>Gets or sets how the body is signed. The default is <see cref="ForwardSignature.Anew"/>.</summary>
    public ForwardSignature Signature { get; set; }

    /// <summary>
    /// Gets or sets the secret that bodies are signed with; required for <see cref="ForwardSignature.Anew"/>. The receiver verifies them
    /// with <see cref="WebhookSignature.Verify(ReadOnlyMemory{byte}, string?, IReadOnlyList{string})"/> or as Meta describes.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>Gets or sets further headers of the request, such as <c>Authorization</c>. They may be secrets.</summary>
    [ForwardHeaders]
    public IDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets the timeout of an attempt. The default is 10 seconds.</summary>
    [TimeBetween(1, 300, ErrorMessage = "{0} must be from 1 second to 5 minutes.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Gets or sets the maximum number of attempts before the delivery or event is kept as a dead letter. The default is 10. The waits
    /// between them start with <see cref="DeliveryQueueOptions.RetryDelay"/> and double each time: with the defaults, the tenth attempt is
    /// after 43 minutes.
    /// </summary>
    [NumberBetween(1, 1000, ErrorMessage = "{0} must be from 1 to 1000.")]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>
    /// Gets or sets a value indicating whether to connect only to addresses on the public internet: set it if somebody other than the
    /// operator of the app chooses <see cref="Address"/> (SSRF protection). Link-local addresses, at which clouds provide credentials, are
    /// never connected to. The system's proxy is not used then.
    /// </summary>
    public bool PublicAddressesOnly { get; set; }
}

[OptionsValidator]
internal sealed partial class ForwardOptionsValidator : IValidateOptions<ForwardOptions>;
