using System.Globalization;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Everything that an event's properties say, as one line, to be compared with another way of reading the same body.</summary>
internal static class EventDescription
{
    public static string Describe(WebhookEvent e) =>
        $"{e.Field} {e.BusinessAccountId} {e.PhoneNumberId} " + e switch
        {
            OrderEvent order => $"order {Common(order)} catalog {order.CatalogId} text '{order.Text}' {string.Join(", ", order.Items.Select(Item))}",
            ProductQuestionEvent question => $"question {Common(question)} about {question.RetailerId} of {question.CatalogId} '{question.Text}'",
            TextEvent text => $"text {Common(text)} '{text.Text}'",
            StatusEvent status => Status(status),
            UnknownEvent { MessageId.HasValue: true } message =>
                $"unknown {Message(message.MessageId, message.Timestamp, message.Type, message.Customer, message.GroupId, message.Context)}",
            UnknownEvent unknown => $"unknown {unknown.Type} {Time(unknown.Timestamp)}",
            MalformedEvent malformed => $"malformed {malformed.Path} {malformed.Reason} {malformed.Count} {malformed.MessageId} {Customer(malformed.Customer)}",
            _ => $"{e} {Customer(e.Customer)}",
        };

    private static string Common(MessageEvent e) => Message(e.Id, e.Timestamp, e.Type, e.Customer, e.GroupId, e.Context);

    private static string Message(MessageId id, DateTimeOffset? time, string? type, Customer customer, GroupId group, MessageContext? context) =>
        $"{id} {Time(time)} {type} {Customer(customer)} group {group} replies {context?.MessageId} of {context?.From}";

    private static string Item(OrderItem item) => FormattableString.Invariant(
        $"{item.RetailerId} x {item.Quantity} at {item.ItemPrice?.Amount} {item.ItemPrice?.Currency}");

    private static string Status(StatusEvent e) =>
        $"status {e.MessageId} {e.Status} {Time(e.Timestamp)} to {e.RecipientId} {Customer(e.Customer)} group {e.GroupId}"
        + $" conversation {e.Conversation?.Id} until {Time(e.Conversation?.ExpiresAt)} from {e.Conversation?.Origin}"
        + $" pricing {e.Pricing?.IsBillable} {e.Pricing?.Model} {e.Pricing?.Type} {e.Pricing?.Category}"
        + $" {string.Join(", ", e.Errors.Select(Error))}";

    private static string Error(GraphError error) => FormattableString.Invariant(
        $"error {error.Code} {error.Title} {error.Message} {error.Details} {error.Href}");

    private static string Customer(Customer customer) =>
        $"{customer.WaId} {customer.UserId} {customer.ParentUserId} {customer.ProfileName} {customer.Username}";

    private static string? Time(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);
}
