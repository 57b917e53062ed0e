namespace WhatsCommerce.Webhooks;

/// <summary>Threads that are not the pool's: handlers that block the pool's threads must not keep claims from being renewed.</summary>
internal static class OwnThread
{
    /// <summary>Runs something on a thread of its own, which does not keep the process alive.</summary>
    /// <param name="name">The name of the thread, for debuggers and dumps.</param>
    /// <param name="work">Must not throw, which would end the process.</param>
    public static void Start(string name, Action work) =>
        new Thread(work.Invoke) { IsBackground = true, Name = "WhatsCommerce " + name }.UnsafeStart();
}
