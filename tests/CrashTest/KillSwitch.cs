using System.Diagnostics;

namespace CrashTest;

/// <summary>Ends this process as SIGKILL does, when it passes a point for the nth time: nothing is flushed, closed or disposed.</summary>
internal sealed class KillSwitch(string point, int passes)
{
    private int _left = passes;

    public void Pass(string passed)
    {
        if (passed == point && Interlocked.Decrement(ref _left) == 0)
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}
