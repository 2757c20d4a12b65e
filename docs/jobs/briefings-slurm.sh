#!/bin/bash
# Eight tasks make an eighth of the briefings each, and a last one puts them together. It begins when all have ended, however they ended: it names what is missing.
#   id=$(sbatch --parsable briefings-slurm.sh)
#   sbatch --dependency="afterany:$id" --array=0 briefings-slurm.sh merge
#SBATCH --job-name=briefings
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=00:30:00
#SBATCH --output=briefings-%A-%a.log
set -euo pipefail

# The folder with report.yaml, and a disk that all machines see.
cd "${PROJECT:-$SLURM_SUBMIT_DIR}"
out="${OUT:-$PWD/output}"

if [[ "${1:-make}" == merge ]]; then
    reportbuilder briefings --merge --output "$out"
else
    # auto/8 and not auto: one task alone (sbatch --array=3) is then refused, and never taken for the whole.
    reportbuilder briefings --language nb,nn --shard auto/8 --workers "$SLURM_CPUS_PER_TASK" --output "$out"
fi
