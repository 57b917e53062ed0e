namespace WhatsCommerce.Flows;

/// <summary>Represents an error that the customer's WhatsApp reports: the endpoint's last response could not be used.</summary>
/// <remarks>Source: Meta, flows/guides/implementingyourflowendpoint, "Error notification request".</remarks>
/// <param name="Error">The code of the error (<c>error</c>), such as <c>invalid-screen-transition</c>.</param>
/// <param name="Message">What went wrong (<c>error_message</c>).</param>
/// <param name="Request">The request that reported the error, with screen and token.</param>
public sealed record FlowClientError(string Error, string Message, FlowRequest Request);
