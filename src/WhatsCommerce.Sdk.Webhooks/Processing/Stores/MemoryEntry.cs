using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks;

/// <summary>What <see cref="MemoryWebhookStore"/> knows of a pair of event and handler.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct MemoryEntry
{
    public MemoryKey Key;

    public MemoryEntryState State;

    /// <summary>The end of the lease while it runs, otherwise the time of the last change.</summary>
    public DateTimeOffset Time;

    public Guid Token;

    public int Attempts;

    /// <summary>The queue that it stands in, and the places of its neighbours there.</summary>
    public MemoryEntryQueue? Queue;

    public int Previous;

    public int Next;
}

/// <summary>How far a pair has come.</summary>
internal enum MemoryEntryState
{
    Free,
    Running,
    Completed,
    Dead,
}
