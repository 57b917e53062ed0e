using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks;

/// <summary>An event that failed and must run again.</summary>
/// <param name="Sequence">Its <see cref="LeasedEvent.Sequence"/>.</param>
/// <param name="Delay">The time after which it may run again.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RetriedEvent(long Sequence, TimeSpan Delay);
