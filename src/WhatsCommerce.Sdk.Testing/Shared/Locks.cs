namespace WhatsCommerce.Testing;

/// <summary>Evaluates a single expression under a lock.</summary>
internal static class Locks
{
    public static T Hold<T>(this Lock gate, Func<T> look)
    {
        lock (gate)
        {
            return look();
        }
    }

    public static void Hold(this Lock gate, Action change)
    {
        lock (gate)
        {
            change();
        }
    }
}
