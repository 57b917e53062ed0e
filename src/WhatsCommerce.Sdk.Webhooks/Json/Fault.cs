namespace WhatsCommerce.Webhooks.Json;

/// <summary>Why an item does not fit. The first reason counts.</summary>
internal struct Fault
{
    /// <summary>Where inside the item; empty for the item itself.</summary>
    public string Path { get; private set; }

    public string? Reason { get; private set; }

    public readonly bool Happened => Reason is not null;

    public void Set(string path, string reason)
    {
        if (Reason is null)
        {
            Path = path;
            Reason = reason;
        }
    }
}
