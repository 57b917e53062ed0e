namespace WhatsCommerce.Messages;

/// <summary>
/// Represents a carousel of two to ten cards, each with a picture or a video. Created by <see cref="Message.MediaCarousel"/>.
/// </summary>
public sealed class MediaCarouselMessage : InteractiveMessage
{
    internal MediaCarouselMessage(string body, ImmutableArray<MediaCard> cards)
        : base(body, footer: null) => Cards = cards;

    /// <inheritdoc/>
    public override string Kind => "carousel";

    /// <summary>The cards in the order shown.</summary>
    public ImmutableArray<MediaCard> Cards { get; }

    private protected override void WriteAction(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("cards"u8);
        for (int i = 0; i < Cards.Length; i++)
        {
            WriteCard(writer, i, Cards[i]);
        }

        writer.WriteEndArray();
    }

    private static void WriteCard(Utf8JsonWriter writer, int index, MediaCard card)
    {
        writer.WriteStartObject();
        writer.WriteNumber("card_index"u8, index);

        // Also on cards with quick replies: Meta has no other type for a card with media.
        writer.WriteString("type"u8, "cta_url"u8);
        card.Header.Write(writer);
        WriteText(writer, "body"u8, card.Body);
        writer.WriteStartObject("action"u8);
        if (card.Url is not null)
        {
            CallToActionMessage.WriteAction(writer, card.DisplayText!, card.Url);
        }
        else
        {
            ReplyButtonsMessage.WriteButtons(writer, "quick_reply", card.QuickReplies);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
