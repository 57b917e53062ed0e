using System.Text.Json.Serialization;

namespace WhatsCommerce.Benchmarks.Dto;

internal sealed class Status
{
    public string? Id { get; set; }
    [JsonPropertyName("status")]
    public string? Name { get; set; }
    public string? Timestamp { get; set; }
    public string? RecipientId { get; set; }
    public string? Type { get; set; }
    public Pricing? Pricing { get; set; }
    public Error[]? Errors { get; set; }
    public Payment? Payment { get; set; }
}

internal sealed class Pricing
{
    public bool Billable { get; set; }
    public string? PricingModel { get; set; }
    public string? Category { get; set; }
    public string? Type { get; set; }
}

internal sealed class Error
{
    public int Code { get; set; }
    public string? Title { get; set; }
    public string? Message { get; set; }
    public ErrorData? ErrorData { get; set; }
    public string? Href { get; set; }
}

internal sealed class ErrorData
{
    public string? Details { get; set; }
}

internal sealed class Payment
{
    public string? ReferenceId { get; set; }
    public Amount? Amount { get; set; }
    public string? Currency { get; set; }
    public Transaction? Transaction { get; set; }
    public string? Receipt { get; set; }
    public Dictionary<string, string>? Notes { get; set; }
}

internal sealed class Amount
{
    public long Value { get; set; }
    public int Offset { get; set; }
}

internal sealed class Transaction
{
    public string? Id { get; set; }
    public string? PgTransactionId { get; set; }
    public string? Type { get; set; }
    public string? Status { get; set; }
    public long CreatedTimestamp { get; set; }
    public long UpdatedTimestamp { get; set; }
    public PaymentMethod? Method { get; set; }
}

internal sealed class PaymentMethod
{
    public string? Type { get; set; }
}
