namespace WhatsCommerce.Messages;

/// <summary>A message with a "View catalog" button that opens the whole catalog. Created by <see cref="Message.Catalog"/>.</summary>
public sealed class CatalogMessage : InteractiveMessage
{
    internal CatalogMessage(string body, string? footer, RetailerId thumbnail)
        : base(body, footer) => Thumbnail = thumbnail;

    /// <inheritdoc/>
    public override string Kind => "catalog_message";

    /// <summary>The item whose picture is shown; absent for the catalog's first item.</summary>
    public RetailerId Thumbnail { get; }

    private protected override void WriteAction(Utf8JsonWriter writer)
    {
        writer.WriteString("name"u8, "catalog_message"u8);
        if (Thumbnail.HasValue)
        {
            writer.WriteStartObject("parameters"u8);
            writer.WriteString("thumbnail_product_retailer_id"u8, Thumbnail.Value);
            writer.WriteEndObject();
        }
    }
}
