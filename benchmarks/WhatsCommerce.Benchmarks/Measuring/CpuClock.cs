using System.Diagnostics;
using System.Runtime.InteropServices;

namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>
/// Measures the processor time of a thread or a process, in nanoseconds. It does not advance while other processes have the processor.
/// </summary>
/// <remarks>
/// .NET reads these times from /proc, in steps of 10 ms; the kernel's own clocks are exact. Where they are not available, a thread is timed
/// by the wall clock, and a process by .NET's figure.
/// </remarks>
internal static partial class CpuClock
{
    // The kernel's CLOCK_THREAD_CPUTIME_ID.
    private const int CallingThread = 3;

    // CPUCLOCK_SCHED: the low bits that make a clock id from a process id, as in clock_getcpuclockid(3).
    private const int ScheduledTime = 2;

    public static bool IsExact { get; } = OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>Returns the processor time of the calling thread.</summary>
    public static double OfThread() => IsExact ? Read(CallingThread) : Stopwatch.GetElapsedTime(0).TotalNanoseconds;

    /// <summary>Returns the processor time of all threads of a process, including those that have ended.</summary>
    public static double OfProcess(int id)
    {
        if (IsExact)
        {
            return Read((~id << 3) | ScheduledTime);
        }

        using Process process = Process.GetProcessById(id);
        return process.TotalProcessorTime.TotalNanoseconds;
    }

    private static double Read(int clock) => ClockGetTime(clock, out TimeSpec time) == 0
        ? time.Seconds * 1e9 + time.Nanoseconds
        : throw new InvalidOperationException($"The clock {clock} cannot be read: error {Marshal.GetLastPInvokeError()}.");

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
