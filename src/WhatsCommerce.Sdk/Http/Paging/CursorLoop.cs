namespace WhatsCommerce.Http;

/// <summary>
/// Notices that cursors go in a circle, of any length, and remembers only two of them (Brent's algorithm): a cursor is compared with the
/// last one and with one that is taken again after 1, 2, 4, 8... steps, and so is sooner or later one of the circle.
/// </summary>
/// <param name="first">The cursor that the list began with; <see langword="null"/> for the beginning.</param>
internal struct CursorLoop(string? first)
{
    private string? _mark = first;
    private string? _last = first;
    private long _steps;
    private long _stepsOfMark = 1;

    /// <summary>Takes the next cursor; tells whether it was followed before.</summary>
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
