using Microsoft.Extensions.Logging.Abstractions;
using WhatsCommerce.Http;

namespace WhatsCommerce.Tests.Sending;

/// <summary>Instances that send for one number as fast as they may, millisecond by millisecond of a simulated time.</summary>
internal sealed class PaceSimulation : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly TimeSpan _interval;
    private readonly int _burst;
    private readonly List<Instance> _instances = [];
    private TimeSpan _now;

    /// <param name="interval">The time between turns.</param>
    /// <param name="burst">How many may run ahead; more than 1 for a number and a customer.</param>
    public PaceSimulation(TimeSpan interval, int burst = 1)
    {
        _interval = interval;
        _burst = burst;
    }

    /// <summary>When turns were granted.</summary>
    public List<(TimeSpan At, int Instance)> Granted { get; } = [];

    public TimeSpan Now => _now;

    /// <summary>The clock of a store of the simulation, in microseconds.</summary>
    public long StoreClock => 1_790_000_000_000_000 + (long)_now.TotalMicroseconds;

    /// <param name="store">The store.</param>
    /// <param name="waiting">How many messages wait at any time.</param>
    /// <param name="clockStart">What the instance's clock shows at the beginning.</param>
    /// <param name="way">How long a question or an answer takes.</param>
    /// <param name="fallback">The option.</param>
    public void Add(ITurnStore store, int waiting, TimeSpan clockStart, Func<TimeSpan>? way = null, int? fallback = null) =>
        _instances.Add(new(this, store, waiting, clockStart, way ?? (static () => TimeSpan.Zero), fallback));

    /// <summary>The instance stands still for a time.</summary>
    public void Stall(int instance, TimeSpan time) => _instances[instance].StandsStillUntil = _now + time;

    /// <summary>The instance is never heard of again.</summary>
    public void Kill(int instance) => Stall(instance, TimeSpan.FromDays(1));

    /// <summary>The store is away, or there again.</summary>
    public void Reach(bool isReached) => _instances.ForEach(one => one.Store.IsOutOfReach = !isReached);

    public async Task RunAsync(TimeSpan time)
    {
        for (TimeSpan end = _now + time; _now < end; _now += Tick)
        {
            foreach (Instance one in _instances)
            {
                await one.RunAsync();
            }
        }
    }

    /// <summary>The most grants in any sliding stretch of time.</summary>
    public int MostIn(TimeSpan stretch)
    {
        TimeSpan[] times = [.. Granted.Select(one => one.At).Order()];
        int most = 0;
        for (int first = 0, last = 0; last < times.Length; last++)
        {
            while (times[last] - times[first] >= stretch)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    public int CountBetween(TimeSpan from, TimeSpan to) => Granted.Count(one => one.At >= from && one.At < to);

    public void Dispose() => _instances.ForEach(static one => one.Turns.Dispose());

    private sealed class Instance
    {
        private readonly PaceSimulation _simulation;
        private readonly StallingClock _clock = new();
        private readonly TimeSpan _clockStart;
        private readonly SharedQueue _queue;
        private readonly TurnQueue.Waiter?[] _waiting;
        private readonly int _number;

        public Instance(
            PaceSimulation simulation, ITurnStore store, int waiting, TimeSpan clockStart, Func<TimeSpan> way, int? fallback)
        {
            _simulation = simulation;
            _clockStart = clockStart;
            _number = simulation._instances.Count;
            _clock.MoveTo(clockStart);
            Store = new(store, () => simulation._now, way);
            Turns = new(Store, _clock, new SharedPacingOptions { FallbackInstances = fallback }, NullLogger.Instance);
            _queue = new(Turns, "number", isOfNumber: simulation._burst == 1);
            _waiting = new TurnQueue.Waiter?[waiting];
        }

        public SharedTurns Turns { get; }

        public DistantTurnStore Store { get; }

        public TimeSpan StandsStillUntil { get; set; }

        public async Task RunAsync()
        {
            if (StandsStillUntil > _simulation._now)
            {
                return;
            }

            _clock.MoveTo(_clockStart + _simulation._now);
            await SettleAsync();
            Store.Arrive();
            await SettleAsync();
            lock (Turns.Gate)
            {
                for (int i = 0; i < _waiting.Length; i++)
                {
                    while (_waiting[i] is null || _waiting[i]!.Turn.Task.IsCompleted)
                    {
                        if (_waiting[i] is not null)
                        {
                            _simulation.Granted.Add((_simulation._now, _number));
                        }

                        _waiting[i] = _queue.Enter(_simulation._interval, _simulation._burst);
                    }
                }
            }

            await SettleAsync();
        }

        // Until nothing happens any more that does not need time.
        private async Task SettleAsync()
        {
            while (!Turns.Asking.IsCompleted && !Store.IsTravelling)
            {
                await Task.Yield();
            }
        }
    }
}
