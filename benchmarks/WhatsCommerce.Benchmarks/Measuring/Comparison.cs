namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>A row of the table: a subject that is measured beside its baseline, turn by turn.</summary>
internal sealed class Comparison(string id, string name, Limits limits, Subject baseline, Subject ours, Subject? dto = null)
{
    private readonly Subject[] _subjects = dto is null ? [baseline, ours] : [baseline, ours, dto];
    private readonly List<Cost[]> _turns = [];

    public string Id => id;

    public Unit Unit { get; init; } = Unit.Time;

    /// <summary>
    /// Gets the growth of the heap in bytes, shown in place of the bytes that an operation allocates; <see langword="null"/> when it was
    /// not measured.
    /// </summary>
    public long? HeapGrowth { get; init; }

    /// <summary>
    /// Gets a value indicating whether we may ask more of the database than the baseline: where that writes all in one statement.
    /// </summary>
    public bool MayAskMore { get; init; }

    public IReadOnlyList<Subject> Subjects => _subjects;

    /// <summary>Gets the costs of all turns, in the order of <see cref="Subjects"/>.</summary>
    public IReadOnlyList<Cost[]> Turns => _turns;

    public async Task WarmUpAsync()
    {
        foreach (Subject subject in _subjects)
        {
            subject.Calibrate(await subject.TurnAsync());
        }
    }

    /// <summary>
    /// Runs each subject once, a different one first each time, so that none always starts with the caches and garbage of the other.
    /// </summary>
    public async Task TakeTurnAsync()
    {
        Cost[] costs = new Cost[_subjects.Length];
        for (int i = 0; i < costs.Length; i++)
        {
            int next = (_turns.Count + i) % costs.Length;
            costs[next] = await _subjects[next].TurnAsync();
        }

        _turns.Add(costs);
    }

    public async Task<Result> ResultAsync(CollectionCost collections)
    {
        long?[] allocated = new long?[_subjects.Length];
        double[] collecting = new double[_subjects.Length];
        for (int i = 0; i < _subjects.Length; i++)
        {
            allocated[i] = HeapGrowth is null ? await _subjects[i].AllocatedAsync() : null;
            collecting[i] = _subjects[i] is ThreadSubject ? collections.NanosecondsPerByte * (allocated[i] ?? 0) : 0;
        }

        QuietTurns quiet = new(_turns, collecting);
        return new Result(id, name, Unit, limits)
        {
            Baseline = quiet.Cost(0),
            Ours = quiet.Cost(1),
            Ratio = quiet.Ratio(1, 0),
            DtoRatio = dto is null ? null : quiet.Ratio(1, 2),
            WallRatio = quiet.WallRatio(1, 0),
            Bytes = HeapGrowth ?? allocated[1],
            IsHeapGrowth = HeapGrowth is not null,
            Disturbance = quiet.Disturbance,
            BaselineCounts = await baseline.DatabaseCountsAsync(),
            Counts = await ours.DatabaseCountsAsync(),
            MayAskMore = MayAskMore,
        };
    }
}
