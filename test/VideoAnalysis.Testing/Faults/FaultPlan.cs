namespace VideoAnalysis.Testing.Faults;

/// <summary>Counts the calls to the outside of a run, and lets those of the plan go wrong.</summary>
public sealed class FaultPlan(params IReadOnlyList<Fault> faults) : ICallGate
{
    private readonly List<string> _calls = [];

    /// <summary>The calls so far, by name.</summary>
    public IReadOnlyList<string> Calls => _calls;

    /// <summary>How many faults have happened.</summary>
    public int Struck { get; private set; }

    /// <inheritdoc/>
    public async Task<T> CallAsync<T>(ProcessLife process, string name, Func<Task<T>> action)
    {
        if (process.IsOver)
        {
            return await ProcessLife.Never<T>();
        }

        var index = _calls.Count;
        _calls.Add(name);
        var kind = faults.FirstOrDefault(fault => fault.Call == index)?.Kind;
        Struck += kind is null ? 0 : 1;
        if (kind == FaultKind.FailsBefore)
        {
            throw new InjectedFaultException(name);
        }

        var result = await action();
        switch (kind)
        {
            case FaultKind.FailsAfter:
                throw new InjectedFaultException(name);
            case FaultKind.Killed:
                process.End();
                return await ProcessLife.Never<T>();
            default:
                return result;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => faults.Count == 0
        ? "no fault"
        : string.Join(", then ", faults.Select(fault =>
            $"{fault.Kind} at call {fault.Call} ({_calls.ElementAtOrDefault(fault.Call) ?? "not reached"})"));
}
