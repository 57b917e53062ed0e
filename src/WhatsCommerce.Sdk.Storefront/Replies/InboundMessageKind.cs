namespace WhatsCommerce.Storefronts;

/// <summary>The kind of a customer's message.</summary>
public enum InboundMessageKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A button or a row of a list: <see cref="InboundMessage.ButtonId"/>.</summary>
    Button,

    /// <summary>A form that was filled in, a flow or an address: <see cref="InboundMessage.FormJson"/>.</summary>
    Form,

    /// <summary>A place on the map: <see cref="InboundMessage.Latitude"/> and <see cref="InboundMessage.Longitude"/>.</summary>
    Location,

    /// <summary>A picture, a video, a voice message or a file; its words are in <see cref="InboundMessage.Text"/>.</summary>
    Media,
}
