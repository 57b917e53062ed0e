namespace WhatsCommerce.Flows;

/// <summary>Represents an error that the customer's WhatsApp reports: the endpoint's last response could not be used.</summary>
/// <remarks>Source: Meta, flows/guides/implementingyourflowendpoint, "Error notification request".</remarks>
public sealed record FlowClientError
{
    /// <summary>Gets the code of the error (<c>error</c>), such as <c>invalid-screen-transition</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the description of the error (<c>error_message</c>).</summary>
    public required string Message { get; init; }

    /// <summary>Gets the request that reported the error, with screen and token.</summary>
    public required FlowRequest Request { get; init; }
}
