namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// Represents the local WhatsApp Cloud API as a separate process: the API is at <c>/v25.0/</c>, the page with the simulated phone at
/// <c>/</c>.
/// </summary>
/// <remarks>For development only: its token and secret are public, and it runs only on this machine.</remarks>
public sealed class WhatsCommerceEmulatorResource : ExecutableResource
{
    /// <summary>The name of the endpoint.</summary>
    public const string EndpointName = "http";

    internal WhatsCommerceEmulatorResource(string name, string command, string workingDirectory)
        : base(name, command, workingDirectory) { }

    /// <summary>Gets the endpoint, which serves the API and the page.</summary>
    public EndpointReference Endpoint => new(this, EndpointName);

    /// <summary>Gets the access token that requests must contain.</summary>
    public string AccessToken { get; } = "local-cloud-api-token";

    /// <summary>Gets the secret that signs webhooks.</summary>
    public string AppSecret { get; } = "local-cloud-api-secret";

    /// <summary>Gets the token that verifies the callback.</summary>
    public string VerifyToken { get; } = "local-cloud-api-verify-token";

    /// <summary>Gets the id of the business phone number.</summary>
    public string PhoneNumberId { get; } = "106540352242922";

    /// <summary>Gets the id of the WhatsApp Business account.</summary>
    public string BusinessAccountId { get; } = "102290129340398";

    /// <summary>Gets the id of the business portfolio.</summary>
    public string BusinessId { get; } = "506914307656634";

    /// <summary>Gets the id of the catalog, which the example shop fills.</summary>
    public string CatalogId { get; } = "194836987003835";

    /// <summary>Gets the address that webhooks are delivered to; <see langword="null"/> for none.</summary>
    public ReferenceExpression? Callback { get; internal set; }
}
