namespace WhatsCommerce.Http;

/// <summary>
/// Detects cycles of cursors, of any length, with two cursors in memory (Brent's algorithm): each cursor is compared with the last one and
/// with one that is replaced after 1, 2, 4, 8... steps, and so eventually is one of the cycle.
/// </summary>
/// <param name="first">The cursor that the list began with; <see langword="null"/> for the beginning.</param>
internal struct CursorLoop(string? first)
{
    private string? _mark = first;
    private string? _last = first;
    private long _steps;
    private long _stepsOfMark = 1;

    /// <summary>Adds the next cursor; returns whether it was followed before.</summary>
    public bool IsClosedBy(string cursor)
    {
        if (cursor == _last || cursor == _mark)
        {
            return true;
        }

        _last = cursor;
        if (++_steps == _stepsOfMark)
        {
            _mark = cursor;
            _steps = 0;
            _stepsOfMark *= 2;
        }

        return false;
    }
}
