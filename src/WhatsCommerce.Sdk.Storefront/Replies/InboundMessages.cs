namespace WhatsCommerce.Storefronts;

/// <summary>Reads the parts of a message that the storefront stores for responders, limited in size.</summary>
internal static class InboundMessages
{
    private const int LongestText = 4_096;
    private const int LongestForm = 16_384;
    private const int LongestName = 256;

    /// <summary>Whether a message is of a kind that responders can answer.</summary>
    public static bool CanBeAnswered(MessageEvent message) =>
        message is TextEvent or InteractiveReplyEvent or ProductQuestionEvent or MediaEvent or LocationEvent;

    /// <summary>
    /// Reads a message; null for kinds that responders do not answer: reactions, edits, messages of other programs, carts.
    /// </summary>
    public static InboundMessage? Read(MessageEvent message) => message switch
    {
        TextEvent text => Of(message, InboundMessageKind.Text, text.Text),
        InteractiveReplyEvent pressed => OfReply(message, pressed.Reply),
        ProductQuestionEvent { Reply: { } reply } => OfReply(message, reply),
        ProductQuestionEvent { Content: LocationEvent place } => OfPlace(message, place),
        ProductQuestionEvent question =>
            Of(message, question.Content is null ? InboundMessageKind.Text : InboundMessageKind.Media, question.Text),
        MediaEvent media => Of(message, InboundMessageKind.Media, media.Caption),
        LocationEvent place => OfPlace(message, place),
        _ => null,
    };

    private static InboundMessage Of(MessageEvent message, InboundMessageKind kind, string? text) => new()
    {
        Id = message.Id,
        Kind = kind,
        Text = Bounded.Text(text, LongestText),
        RetailerId = message.ReferredProduct?.RetailerId ?? default,
        CatalogId = message.ReferredProduct?.CatalogId ?? default,
        RepliesTo = message.RepliesTo,
        ProfileName = Bounded.Text(message.Customer.ProfileName, LongestName),
    };

    private static InboundMessage OfReply(MessageEvent message, InteractiveReply reply)
    {
        InboundMessage pressed = Of(message, InboundMessageKind.Button, reply.Title);
        return reply.Form is FormReply form
            ? pressed with
            {
                Kind = InboundMessageKind.Form,
                FormJson = form.ResponseJson is { Length: <= LongestForm } json ? json : null,
                FormText = Bounded.Text(form.Body, LongestText),
            }
            : pressed with { ButtonId = reply.Id is { Length: <= LongestName } id ? id : null };
    }

    private static InboundMessage OfPlace(MessageEvent message, LocationEvent place) =>
        Of(message, InboundMessageKind.Location, text: null) with
        {
            Latitude = place.Latitude,
            Longitude = place.Longitude,
            PlaceName = Bounded.Text(place.Name, LongestName),
            PlaceAddress = Bounded.Text(place.Address, LongestText),
        };
}
