using System.Text.Json.Serialization;

namespace WhatsCommerce.Benchmarks.Dto;

internal sealed class MessagesValue : NumberValue
{
    public Message[]? Messages { get; set; }
    public Status[]? Statuses { get; set; }
}

internal sealed class Message
{
    public string? From { get; set; }
    public string? To { get; set; }
    public string? Id { get; set; }
    public string? Timestamp { get; set; }
    public string? Type { get; set; }
    public MessageContext? Context { get; set; }
    public Text? Text { get; set; }
    public Order? Order { get; set; }
    public Referral? Referral { get; set; }
    public Interactive? Interactive { get; set; }
    public Image? Image { get; set; }
    public Location? Location { get; set; }
    public SharedContact[]? Contacts { get; set; }
    public Reaction? Reaction { get; set; }
    public HistoryContext? HistoryContext { get; set; }
}

internal sealed class MessageContext
{
    public string? From { get; set; }
    public string? Id { get; set; }
    public ReferredProduct? ReferredProduct { get; set; }
}

internal sealed class ReferredProduct
{
    public string? CatalogId { get; set; }
    public string? ProductRetailerId { get; set; }
}

internal sealed class Text
{
    public string? Body { get; set; }
}

internal sealed class Order
{
    public string? CatalogId { get; set; }
    public string? Text { get; set; }
    public OrderItem[]? ProductItems { get; set; }
}

internal sealed class OrderItem
{
    public string? ProductRetailerId { get; set; }
    public int Quantity { get; set; }
    public decimal ItemPrice { get; set; }
    public string? Currency { get; set; }
}

internal sealed class Referral
{
    public string? SourceUrl { get; set; }
    public string? SourceId { get; set; }
    public string? SourceType { get; set; }
    public string? Body { get; set; }
    public string? Headline { get; set; }
    public string? MediaType { get; set; }
    public string? ImageUrl { get; set; }
    public string? CtwaClid { get; set; }
    public Greeting? WelcomeMessage { get; set; }
}

internal sealed class Greeting
{
    public string? Text { get; set; }
}

internal sealed class Interactive
{
    public string? Type { get; set; }
    public Reply? ButtonReply { get; set; }
    public FlowReply? NfmReply { get; set; }
}

internal sealed class Reply
{
    public string? Id { get; set; }
    public string? Title { get; set; }
}

internal sealed class FlowReply
{
    public string? Name { get; set; }
    public string? Body { get; set; }
    public string? ResponseJson { get; set; }
}

internal sealed class Image
{
    public string? Caption { get; set; }
    public string? MimeType { get; set; }
    public string? Sha256 { get; set; }
    public string? Id { get; set; }
    public string? Url { get; set; }
}

internal sealed class Location
{
    public string? Address { get; set; }
    public double Latitude { get; set; }
    public double Longitude { get; set; }
    public string? Name { get; set; }
    public string? Url { get; set; }
}

internal sealed class SharedContact
{
    public ContactName? Name { get; set; }
    public Organization? Org { get; set; }
    public Phone[]? Phones { get; set; }
    public Email[]? Emails { get; set; }
}

internal sealed class ContactName
{
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public string? FormattedName { get; set; }
}

internal sealed class Organization
{
    public string? Company { get; set; }
}

internal sealed class Phone
{
    [JsonPropertyName("phone")]
    public string? Number { get; set; }
    public string? WaId { get; set; }
    public string? Type { get; set; }
}

internal sealed class Email
{
    [JsonPropertyName("email")]
    public string? Address { get; set; }
    public string? Type { get; set; }
}

internal sealed class Reaction
{
    public string? MessageId { get; set; }
    public string? Emoji { get; set; }
}
