namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the kind of a customer's message.</summary>
public enum InboundMessageKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A button or a row of a list: <see cref="InboundMessage.ButtonId"/>.</summary>
    Button,

    /// <summary>A form that was filled in, a flow or an address: <see cref="InboundMessage.FormJson"/>.</summary>
    Form,

    /// <summary>A location: <see cref="InboundMessage.Latitude"/> and <see cref="InboundMessage.Longitude"/>.</summary>
    Location,

    /// <summary>A picture, a video, a voice message or a file; its caption is in <see cref="InboundMessage.Text"/>.</summary>
    Media,
}
