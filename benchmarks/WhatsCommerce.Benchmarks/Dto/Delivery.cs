namespace WhatsCommerce.Benchmarks.Dto;

internal sealed class Delivery<TValue>
{
    public string? Object { get; set; }
    public Entry<TValue>[]? Entry { get; set; }
}

internal sealed class Entry<TValue>
{
    public string? Id { get; set; }
    public long? Time { get; set; }
    public Change<TValue>[]? Changes { get; set; }
}

internal sealed class Change<TValue>
{
    public string? Field { get; set; }
    public TValue? Value { get; set; }
}

internal abstract class NumberValue
{
    public string? MessagingProduct { get; set; }
    public Metadata? Metadata { get; set; }
    public Contact[]? Contacts { get; set; }
}

internal sealed class Metadata
{
    public string? DisplayPhoneNumber { get; set; }
    public string? PhoneNumberId { get; set; }
}

internal sealed class Contact
{
    public Profile? Profile { get; set; }
    public string? WaId { get; set; }
}

internal sealed class Profile
{
    public string? Name { get; set; }
}
