namespace WhatsCommerce.Webhooks;

/// <summary>
/// Starts threads outside the thread pool: handlers that block the pool's threads must not keep claims from being renewed.
/// </summary>
internal static class OwnThread
{
    /// <summary>Runs an action on a new background thread.</summary>
    /// <param name="name">The name of the thread, for debuggers and dumps.</param>
    /// <param name="work">The action. It must not throw, which would end the process.</param>
    public static void Start(string name, Action work) =>
        new Thread(work.Invoke) { IsBackground = true, Name = "WhatsCommerce " + name }.UnsafeStart();
}
